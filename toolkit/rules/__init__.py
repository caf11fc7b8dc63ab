"""The rules (核查规则): what a careful colleague would object to, one function a rule."""
