"""Files between desks: keys, cards, exports and the seal on a receipt."""
