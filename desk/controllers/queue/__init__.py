"""The Queue without Qt: its pages, its filters and its words."""
