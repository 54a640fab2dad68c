from reflect.tui.screen import Page
class ThenAndNowPage(Page):
    def __init__(self, b,q): super().__init__()
