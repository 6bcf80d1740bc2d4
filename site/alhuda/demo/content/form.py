"""The assistance form, built of the blocks that an editor uses."""

from typing import Any

from alhuda.demo.content.aid_services import AID_SERVICES
from alhuda.demo.content.common import SAMPLE
from alhuda.demo.content.form_blocks import choice, only_when, question, step
from alhuda.demo.streams import block
from alhuda.demo.words import Both

SERVICE = step(
    "service",
    ("الخدمة", "Service"),
    question(
        "service",
        "single_choice",
        ("ما الخدمة التي تحتاج إليها؟", "Which service do you need?"),
        ("لنعرض عليك أسئلة هذه الخدمة فقط", "So that we ask only what this service needs"),
        missing=("اختر الخدمة التي تحتاج إليها", "Choose the service that you need"),
    ),
)
SAFETY = step(
    "place",
    ("موقعك الآن", "Where you are now"),
    question(
        "call_first",
        "information",
        ("إن كنت في خطر فاتصل الآن", "If you are in danger, call now"),
        ("", ""),
        hint=(
            "اتصل بالرقم الموحد 911 أو بالإسعاف على 997. يمكنك إكمال الطلب بعد ذلك.",
            "Call 911, or the ambulance on 997. You can go on with the application afterwards.",
        ),
    ),
    question(
        "location",
        "short_text",
        ("مكان إقامتك أو موقعك الآن", "Where you stay or where you are now"),
        ("ليصل إليك أقرب فريق", "So that the nearest team reaches you"),
        hint=(
            "مثل: طريق الساحل باتجاه الشمال، بعد محطة الوقود",
            "For example: coastal road northbound, after the fuel station",
        ),
        sensitivity="contact",
        options={"max_length": 200},
    ),
    conditions=only_when("service", "stranded, relief", "one_of"),
)
ELIGIBILITY = step(
    "conditions",
    ("شروط الاستحقاق", "Conditions"),
    question(
        "lives_in_rabigh",
        "yes_no",
        ("هل تقيم في محافظة رابغ؟", "Do you live in Rabigh governorate?"),
        ("الخدمة لسكان المحافظة", "The service is for residents of the governorate"),
    ),
    question(
        "umrah_in_five_years",
        "yes_no",
        ("هل أدّيت العمرة في السنوات الخمس الأخيرة؟", "Have you done Umrah in the last five years?"),
        ("الأولوية لمن لم يعتمر فيها", "People who have not done so come first"),
        options={"unsure": True},
    ),
    body=("سؤالان يبيّنان هل تنطبق عليك شروط الخدمة.", "Two questions show whether this service is for you."),
    conditions=only_when("service", "umrah-aid"),
)
IDENTITY = step(
    "identity",
    ("الهوية", "Identity"),
    question(
        "identity",
        "identity",
        ("ما وثيقة الهوية التي تحملها؟", "Which identity document do you have?"),
        ("للتحقق من الاستحقاق ومنع تكرار الطلب", "To verify eligibility and avoid double applications"),
        hint=(
            "اكتب الرقم كما في الوثيقة، بالأرقام العربية أو الإنجليزية.",
            "Write the number as on the document, in any digits.",
        ),
        missing=("اختر نوع الهوية", "Choose the kind of identity document"),
        sensitivity="identity",
    ),
)
NAME = step(
    "name",
    ("بياناتك الشخصية", "Your details"),
    question(
        "full_name",
        "full_name",
        ("الاسم الكامل كما في الهوية", "Full name as on the document"),
        ("ليُعرف صاحب الطلب عند تقديم الخدمة", "So that we know you when we give the service"),
        sensitivity="identity",
    ),
)
CONTACT = step(
    "contact",
    ("كيف نتواصل معك؟", "How can we reach you?"),
    question(
        "mobile",
        "mobile",
        ("رقم الجوال", "Mobile number"),
        ("لإبلاغك بنتيجة الطلب", "To tell you the result"),
        hint=(
            "مثل 0501234567. لرقم من خارج المملكة ابدأ برمز الدولة.",
            "For example 0501234567. For a number from abroad begin with the country code.",
        ),
        sensitivity="contact",
    ),
    question(
        "email",
        "email",
        ("البريد الإلكتروني", "E-mail"),
        ("لنرسل إليك نسخة من الإشعارات", "To send you a copy of our messages"),
        required=False,
        sensitivity="contact",
    ),
)
COMPANIONS = step(
    "companions",
    ("المرافقون", "Companions"),
    question(
        "has_companions",
        "yes_no",
        ("هل معك مرافقون؟", "Is anybody with you?"),
        ("لنجهّز ما يكفي الجميع", "So that we prepare enough for everybody"),
    ),
    question(
        "companions",
        "whole_number",
        ("عدد المرافقين", "Number of companions"),
        ("لنجهّز ما يكفي الجميع", "So that we prepare enough for everybody"),
        conditions=only_when("has_companions", "yes"),
        options={"min": 1, "max": 50},
    ),
)
HEALTH = step(
    "health",
    ("الصحة", "Health"),
    question(
        "has_health_needs",
        "yes_no",
        ("هل لديك حالة صحية تحتاج إلى مراعاة؟", "Do you have a health condition that we should take into account?"),
        ("لسلامتك عند تقديم الخدمة", "For your safety when the service is given"),
        hint=("لا يطّلع على إجابتك إلا من يدرس طلبك.", "Only those who study your application see the answer."),
        sensitivity="health",
    ),
)
HEALTH_NEEDS = step(
    "health-needs",
    ("ما يحتاج إلى مراعاة", "What to take into account"),
    question(
        "health_needs",
        "several_choices",
        ("ما الذي نراعيه؟", "What should we take into account?"),
        ("لنجهّز المساندة المناسبة", "To prepare the right help"),
        hint=("اختر كل ما ينطبق.", "Choose all that apply."),
        choices=[
            choice("walking", ("المشي أو صعود الدرج", "Walking or stairs")),
            choice("sight", ("البصر", "Sight")),
            choice("hearing", ("السمع", "Hearing")),
            choice("illness", ("مرض مزمن", "A long-term illness")),
            choice("pregnancy", ("حمل", "Pregnancy")),
            choice("other", ("غير ذلك", "Something else")),
        ],
        sensitivity="health",
    ),
    question(
        "health_details",
        "long_text",
        ("تفاصيل تودّ إضافتها", "Details you wish to add"),
        ("لنجهّز المساندة المناسبة", "To prepare the right help"),
        required=False,
        sensitivity="health",
        options={"max_length": 500},
    ),
    conditions=only_when("has_health_needs", "yes"),
)
NEED = step(
    "need",
    ("احتياجك", "Your need"),
    question(
        "need",
        "long_text",
        ("اشرح احتياجك", "Explain what you need"),
        ("لتدرسه الجهة المختصة", "So that the department concerned can study it"),
        hint=(
            "بكلماتك: ماذا حدث، وماذا تحتاج، ومتى. بحد أقصى 1000 حرف.",
            "In your own words: what happened, what you need and when. At most 1,000 characters.",
        ),
        options={"max_length": 1000},
    ),
)
DOCUMENTS = step(
    "documents",
    ("المستندات", "Documents"),
    block(
        "service_documents",
        purpose=Both("للتحقق من صحة البيانات", "To verify the details"),
        sensitivity="identity",
        later=True,
    ),
    body=(
        "صورة واضحة بالهاتف تكفي. وما ليس معك الآن يمكنك إرساله لاحقًا.",
        "A clear photo taken with the phone is enough. What you do not have now can be sent later.",
    ),
)

STEPS = [
    SERVICE,
    SAFETY,
    ELIGIBILITY,
    IDENTITY,
    NAME,
    CONTACT,
    COMPANIONS,
    HEALTH,
    HEALTH_NEEDS,
    NEED,
    DOCUMENTS,
]

ASSISTANCE_FORM: dict[str, Any] = {
    "slug": "assistance",
    "title": Both("طلب مساعدة", "Assistance application"),
    "search_description": Both("تقديم طلب مساعدة للحجاج والمعتمرين.", "Apply for help for pilgrims."),
    "track": "assistance",
    "services": [service["slug"] for service in AID_SERVICES],
    "intro": Both(
        f"قدّم طلبًا لإحدى خدماتنا في خطوات قصيرة، لك أو لمن وكّلك. {SAMPLE.ar}.",
        f"Apply for one of our services in short steps, for yourself or for somebody who asked you to. {SAMPLE.en}.",
    ),
    "minutes": 8,
    "privacy_text": Both(
        "نستخدم إجاباتك ومستنداتك لدراسة طلبك وتقديم الخدمة فقط. يطّلع عليها موظفو الجهة المختصة، وتُحفظ مشفّرة، "
        "ويُسجَّل كل اطلاع عليها. لك أن تطلب نسخة منها أو تصحيحها، أو أن تسحب طلبك في أي وقت.\n"
        "مدة الاحتفاظ المقترحة 12 شهرًا بعد إغلاق الطلب (نموذج تجريبي غير معتمد).",
        "We use your answers and documents only to study your application and to give the service. Staff of the "
        "department concerned see them; they are kept encrypted, and it is recorded each time somebody opens them. You "
        "may ask for a copy, have them corrected, or withdraw your application at any time.\n"
        "The proposed retention time is 12 months after the application is closed (sample, not approved).",
    ),
    "declaration_text": Both(
        "أُقِرّ بأن البيانات والمستندات المقدَّمة صحيحة، وأتحمل المسؤولية النظامية عن ذلك، "
        "وأعلم أن طلبي سيُدرس وأُبلَّغ بنتيجته.",
        "I declare that the details and documents are correct, I take legal responsibility for that, and I know that "
        "my application will be studied and that I will be told the result.",
    ),
    "next_steps_text": Both(
        "نتحقق من اكتمال بياناتك ومستنداتك، ونطلب منك ما ينقص برسالة.\n"
        "ثم تدرس الجهة المختصة طلبك، ونبلغك بالنتيجة في الموعد المذكور أو قبله.",
        "We check that details and documents are complete, and ask by message for what is missing.\n"
        "Then the department concerned studies your application, and we tell you the result by the date given.",
    ),
    "two_people": True,
    "retention_months": 12,
    "steps": STEPS,
}
