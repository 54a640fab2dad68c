"""The log and what stands around it: the learning, the listed actions of a team, and figures that expose nobody."""
