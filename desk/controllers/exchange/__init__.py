"""The Exchange place without Qt: a branch's side, head office's, files in, cards."""
