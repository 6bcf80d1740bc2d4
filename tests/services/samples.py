"""Three short policies written for the tests, each in the shape of another hand."""

# Blank lines between everything, letterhead in the middle, blanks left open, as from printed pages.
LENDING = """
سياسة إعارة الأجهزة جمعية المورد التجريبية

الغرض

تبين هذه الوثيقة شروط إعارة الأجهزة،  ومن يجوز له طلبها.

القواعد

1. تعار الأجهزة دون رسوم.
2. لا تزيد المدة على أسبوعين.
3. خدمة تلبى حاجة المستعير.

جمعية المورد التجريبية ببلدة السدر
مسجلة في سجل تجريبي
برقم 77

الرقم :
التاريخ :

المتابعة

يتابع المنسق إعادة الأجهزة في موعدها.

الاعتماد

اعتمد مجلس إدارة جمعية المورد التجريبية هذه السياسة في اجتماعه رقم ( ) المنعقد بتاريخ ( / / ).
"""

# Articles by name directly above their text, Arabic digits and letters as markers, the letterhead on top, filled in.
SILENCE = """جمعية المورد التجريبية
ترخيص رقم 77
الرقم: ص/12
التاريخ: 12/05/1446

سياسة حفظ السر

المادة الأولى
يحفظ كل عامل ما يطلع عليه.

المادة الثانية: الاستثناء
يجوز الإفصاح في حالتين:
أ- إذن صاحب الشأن.
ب- أمر الجهة المختصة.

ثالثًا: المراجعة
١- تراجع الوثيقة كل سنتين
٢- ينشر كل تعديل

اعتماد المجلس
اعتمد مجلس الإدارة هذه السياسة في اجتماعه رقم (4) المنعقد بتاريخ (10/11/2024).
"""

# English, numbered sections, bullets, no letterhead and no approval.
VISITORS = """Visitors Policy

Purpose
This page says how we receive visitors.

1) Visitors sign the book.
2) A host walks with each of them.

What visitors bring

- a document with a photo
- the name of the host
"""
