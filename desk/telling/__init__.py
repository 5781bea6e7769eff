"""How a complaint is told: words for screens, papers, files and commands, without any of them."""
