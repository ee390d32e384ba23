"""Sanctions lists in XML: United Nations consolidated, OFAC SDN, European Union consolidated."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from ..errors import InputError
from ..records import Entry
from .listed import dated, entry, kind


def entries(text: str, name: str) -> Iterator[Entry | None]:
    """The entries of an XML list, by the elements that its publisher uses."""
    if "<!ENTITY" in text[:4000]:
        raise InputError(
            "the XML declares entities, which a list does not need", name, "take the file from the publisher again"
        )
    try:
        root = ET.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except ET.ParseError as e:
        raise InputError(f"broken XML: {e}", name, "download the file again") from e
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2]  # publishers change their namespaces, not their element names
    kinds = {node.tag for node in root.iter()}
    for mark, reader in (("sdnEntry", _ofac), ("sanctionEntity", _eu), ("INDIVIDUAL", _un), ("ENTITY", _un)):
        if mark in kinds:
            return reader(root)
    raise InputError(
        "no INDIVIDUAL, ENTITY, sdnEntry or sanctionEntity in it", name,
        "is this the UN consolidated list, OFAC's sdn.xml or the EU consolidated list?",
    )  # fmt: skip


def _un(root: ET.Element) -> Iterator[Entry | None]:
    label = dated("UN consolidated list", root.get("dateGenerated", "")[:10])
    for node in root.iter():
        if node.tag not in ("INDIVIDUAL", "ENTITY"):
            continue
        full = " ".join(filter(None, (_field(node, f"{k}_NAME") for k in ("FIRST", "SECOND", "THIRD", "FOURTH"))))
        aliases = [_field(x, "ALIAS_NAME") for x in node.iter() if x.tag.endswith("_ALIAS")]
        born = [
            _field(x, "DATE") or _field(x, "YEAR") or "–".join(filter(None, (_field(x, "FROM_YEAR"), _field(x, "TO_YEAR"))))
            for x in node.findall("INDIVIDUAL_DATE_OF_BIRTH")
        ]  # fmt: skip
        papers = [f"{_field(x, 'TYPE_OF_DOCUMENT')} {_field(x, 'NUMBER')}" for x in node.findall("INDIVIDUAL_DOCUMENT") if _field(x, "NUMBER")]  # fmt: skip
        yield entry(
            label, _field(node, "REFERENCE_NUMBER"), [full, *aliases, _field(node, "NAME_ORIGINAL_SCRIPT")] if full else [],
            kind(node.tag), roles=_values(node, "DESIGNATION"), born=born, countries=_values(node, "NATIONALITY"), identifiers=papers,
            programmes=[_field(node, "UN_LIST_TYPE")], remarks=[_field(node, "COMMENTS1")],
        )  # fmt: skip


def _ofac(root: ET.Element) -> Iterator[Entry | None]:
    label = dated("OFAC SDN", root.findtext("publshInformation/Publish_Date") or "")
    for node in root.iter("sdnEntry"):
        yield entry(
            label, _field(node, "uid"), [_western(node), *map(_western, node.findall("akaList/aka"))],
            kind(_field(node, "sdnType")) or "body", roles=[_field(node, "title")],
            born=[_field(x, "dateOfBirth") for x in node.findall("dateOfBirthList/dateOfBirthItem")],
            countries=[_field(x, "country") for path in ("nationalityList/nationality", "citizenshipList/citizenship") for x in node.findall(path)],
            identifiers=[f"{_field(x, 'idType')} {_field(x, 'idNumber')}" for x in node.findall("idList/id")],
            programmes=[x.text or "" for x in node.findall("programList/program")], remarks=[_field(node, "remarks")],
        )  # fmt: skip


def _western(node: ET.Element) -> str:
    return " ".join(filter(None, (_field(node, "firstName"), _field(node, "lastName"))))


def _eu(root: ET.Element) -> Iterator[Entry | None]:
    label = dated("EU consolidated list", root.get("generationDate", "")[:10])
    for node in root.iter("sanctionEntity"):
        subject = node.find("subjectType")
        what = subject.get("code") or subject.get("classificationCode") or "" if subject is not None else ""
        yield entry(
            label, node.get("euReferenceNumber", "") or node.get("logicalId", ""),
            _all(node, "nameAlias", "wholeName"), kind(what), roles=_all(node, "nameAlias", "function"),
            born=_all(node, "birthdate", "birthdate"), countries=_all(node, "citizenship", "countryDescription"),
            identifiers=_all(node, "identification", "number"), programmes=_all(node, "regulation", "programme"),
            remarks=[(x.text or "") for x in node.findall("remark")],
        )  # fmt: skip


def _all(node: ET.Element, child: str, attribute: str) -> list[str]:
    return [x.get(attribute, "") for x in node.findall(child)]


def _values(node: ET.Element, tag: str) -> list[str]:
    return [v.text or "" for v in node.findall(f"{tag}/VALUE")]


def _field(node: ET.Element, tag: str) -> str:
    return (node.findtext(tag) or "").strip()
