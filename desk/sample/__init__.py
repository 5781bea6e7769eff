"""The sample shop: invented people and complaints, taken in through the same door as real work."""
