"""Which words of a story are worth comparing: two stories that share some may be about the same."""

from __future__ import annotations

import re

MOST = 6
"""Words of a story that are compared, the longest first: they tell the most."""
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(r"(?<=\w{3})(?:nya|lah|kah)$")
_COMMON = """
ada adalah agar aja akan aku anak anda apa atau bagaimana bahwa baik bapak baru beberapa beli
belum biar bikin bisa buat bukan bulan cuma dalam dan dari datang dengan dia dibeli dipakai
dipake dong dulu emang enggak gak habis hari harus hanya ibu ini itu jadi jangan juga kakak
kali kalau kalo kami kan karena kata kayak kayaknya kemarin kembali kenapa kok lagi lalu
langsung lebih loh lho mas masa masih mau mbak memang minggu minta mohon nggak oleh orang
padahal pak pakai pake pas pernah perlu pun punya sama sampai sampe sangat satu saya sebelum
sebentar sekali sekarang sendiri seperti setelah setiap siapa sih suka sudah supaya tadi tanpa
tapi tau tetap tetep tiap tidak tolong trus terus tuh udah untuk untung waktu yang about after
again and are because been but bought can cannot could did does for from get got had has have
her his how its just like more much new not now only our out she since some that the their
them then there they this too very want was were what when where which while who why will with
would you your
"""
"""Words that stand in anybody's sentences, in the languages of the counter."""
_NOTHING = frozenset(_COMMON.split())


def telling(story: str) -> list[str]:
    """The words of a story that say what it was, without their endings; each once."""
    bare = (_ENDINGS.sub("", word) for word in _WORD.findall(story.casefold()))
    words = dict.fromkeys(word for word in bare if len(word) >= _SHORTEST and word not in _NOTHING)
    return sorted(words, key=len, reverse=True)[:MOST]
