"""What a person can do, a module for each verb. Everything happens as somebody, through their `Practice`."""
