"""Texts in scripts that the report's own typeface lacks."""

from __future__ import annotations

ARABIC = "قياس نضج تجربة العملاء في عام 2026 لدى Nordlys Energi A/S، مع توصيات مرتبة (12.5%) وخارطة طريق واضحة."
HEBREW = "בגרות חוויית הלקוח של Nordlys בשנת 2026: ממצאים, פערים (12.5%) והמלצות לפי סדר עדיפות."
PERSIAN = "می‌خواهم تجربهٔ مشتری را بهتر کنم؛ ۱۲ گام."
VOWELS = "بِسْمِ اللَّهِ مُحَمَّدٌ שָׁלוֹם עֲלֵיכֶם"
DEVANAGARI = "ग्राहक अनुभव की परिपक्वता, क्षत्रिय श्रृंखला 2026 हिन्दी।"
THAI = "การวัดความพร้อมด้านประสบการณ์ลูกค้าขององค์กรในปี2026พร้อมคำแนะนำที่ชัดเจน ที่นี่ น้ำ"
CHINESE = "客户体验成熟度评估报告，2026年由Nordlys完成。「我们」每月与客户交谈，并记录他们所说的话；然后决定下一步。"  # noqa: RUF001 - as it is written
JAPANESE = "お客様の体験をカタカナとひらがなで、ゆっくりと記録します。"
KOREAN = "고객 경험을 매달 확인하고 결정을 기록합니다."
MIXED = "Wir sprachen mit شركة النور: 3 von 13, und (שלום) 2024."

SCRIPTS = {
    "arabic": ARABIC,
    "hebrew": HEBREW,
    "persian": PERSIAN,
    "vowel marks": VOWELS,
    "devanagari": DEVANAGARI,
    "thai": THAI,
    "chinese": CHINESE,
    "japanese": JAPANESE,
    "korean": KOREAN,
    "mixed": MIXED,
}

ARABIC_NAME = "شركة النور للطاقة"
"""Nur Energy Company."""
