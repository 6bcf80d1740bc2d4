"""What a form takes from the services guide: the names of its services and the documents they ask for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.conf import settings

from forms_flow.definition import SOURCE_LANGUAGE, Choice, Text
from home.contracts import DocumentFacts, ServiceFacts, ServiceProvider, provider_of


@dataclass(kw_only=True)
class WantedDocument:
    """A document with everything that is said of it, and the services that ask for it."""

    key: str
    label: Text
    help: Text
    required: bool
    services: list[str] = field(default_factory=list)


Facts = Mapping[str, ServiceFacts]


def facts_of(keys: Iterable[str]) -> dict[str, dict[str, ServiceFacts]]:
    """Return, for each published service, its facts by language.

    The guide answers in Arabic where a translation is missing; such an answer does not count as a translation.
    """
    provider = provider_of(ServiceProvider)
    found: dict[str, dict[str, ServiceFacts]] = {}
    for key in keys:
        answers = {code: provider.service(key, code) for code, _name in settings.LANGUAGES}
        source = answers.get(SOURCE_LANGUAGE)
        if source:
            found[key] = {code: facts for code, facts in answers.items() if facts and _is_own(facts, source, code)}
    return found


def service_choices(services: Mapping[str, Facts]) -> tuple[Choice, ...]:
    """Return the services as the choices of the question for the service, under the guide's own names."""
    titles = {key: {code: facts.title for code, facts in answers.items()} for key, answers in services.items()}
    return tuple(Choice(key=key, label=label) for key, label in titles.items())


def wanted_documents(services: Mapping[str, Facts]) -> list[WantedDocument]:
    """Return every document that some service asks for; what two services describe alike stands once."""
    found: list[WantedDocument] = []
    for service, answers in services.items():
        for document in _documents(answers):
            same = next((item for item in found if _alike(item, document)), None)
            if same is None:
                found.append(same := document)
            same.services.append(service)
    return _with_own_keys(found)


def _is_own(facts: ServiceFacts, source: ServiceFacts, code: str) -> bool:
    return code == SOURCE_LANGUAGE or facts.title != source.title


def _documents(answers: Facts) -> Iterator[WantedDocument]:
    by_language = {code: {item.key: item for item in facts.documents} for code, facts in answers.items()}
    for document in answers[SOURCE_LANGUAGE].documents:
        named: dict[str, DocumentFacts] = {
            code: items[document.key] for code, items in by_language.items() if document.key in items
        }
        yield WantedDocument(
            key=document.key.replace("-", "_"),
            label={code: item.label for code, item in named.items() if item.label},
            help={code: item.help for code, item in named.items() if item.help},
            required=document.required,
        )


def _alike(one: WantedDocument, other: WantedDocument) -> bool:
    return (one.key, one.label, one.help, one.required) == (other.key, other.label, other.help, other.required)


def _with_own_keys(documents: list[WantedDocument]) -> list[WantedDocument]:
    """Give a document that shares its key with a different one the name of its first service as well."""
    seen: set[str] = set()
    for document in documents:
        if document.key in seen:
            document.key = f"{document.key}_{document.services[0].replace('-', '_')}"
        seen.add(document.key)
    return documents
