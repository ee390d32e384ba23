"""Sanctions lists in XML: United Nations consolidated, OFAC SDN, European Union consolidated."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from ..errors import InputError
from ..records import Entry


def entries(text: str, name: str) -> list[Entry]:
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


def _un(root: ET.Element) -> list[Entry]:
    label = "UN consolidated list" + (f" {root.get('dateGenerated', '')[:10]}" if root.get("dateGenerated") else "")
    out = []
    for node in root.iter():
        if node.tag not in ("INDIVIDUAL", "ENTITY"):
            continue
        full = " ".join(filter(None, (_field(node, f"{k}_NAME") for k in ("FIRST", "SECOND", "THIRD", "FOURTH"))))
        aliases = [(x.findtext("ALIAS_NAME") or "").strip() for x in node.iter() if x.tag.endswith("_ALIAS")]
        told = [v.text.strip() for v in node.findall("DESIGNATION/VALUE") if v.text]
        told += [_field(node, "UN_LIST_TYPE"), *_born(node), re.sub(r"\s+", " ", _field(node, "COMMENTS1"))]
        if full:
            out.append(_entry(label, _field(node, "REFERENCE_NUMBER"), full, aliases, node.tag.lower(), told))
    return out


def _born(node: ET.Element) -> list[str]:
    dates = [(x.findtext("DATE") or x.findtext("YEAR") or "").strip() for x in node.findall("INDIVIDUAL_DATE_OF_BIRTH")]
    papers = [(x.findtext("NUMBER") or "").strip() for x in node.findall("INDIVIDUAL_DOCUMENT")]
    return [f"born {d[:10]}" for d in dates if d] + [f"document {p}" for p in papers if p]


def _ofac(root: ET.Element) -> list[Entry]:
    date = (root.findtext("publshInformation/Publish_Date") or "").strip()
    label = f"OFAC SDN {date}".strip()
    out = []
    for node in root.iter("sdnEntry"):
        aliases = [_western(x) for x in node.findall("akaList/aka")]
        told = [_field(node, "title"), "; ".join(x.text or "" for x in node.findall("programList/program"))]
        told += [
            f"born {(x.findtext('dateOfBirth') or '').strip()}" for x in node.findall("dateOfBirthList/dateOfBirthItem")
        ]
        told += [f"{_field(x, 'idType')} {_field(x, 'idNumber')}" for x in node.findall("idList/id")] + [
            _field(node, "remarks")
        ]
        kind = "individual" if _field(node, "sdnType").lower() == "individual" else "entity"
        out.append(_entry(label, _field(node, "uid"), _western(node), aliases, kind, told))
    return out


def _western(node: ET.Element) -> str:
    return " ".join(filter(None, (_field(node, "firstName"), _field(node, "lastName"))))


def _eu(root: ET.Element) -> list[Entry]:
    label = f"EU consolidated list {root.get('generationDate', '')[:10]}".strip()
    out = []
    for node in root.iter("sanctionEntity"):
        forms = [x.get("wholeName", "").strip() for x in node.findall("nameAlias")]
        forms = list(dict.fromkeys(f for f in forms if f))
        subject = node.find("subjectType")
        person = subject is not None and "person" in (
            subject.get("code", "") + subject.get("classificationCode", "")
        ).lower().replace("enterprise", "")
        told = list(dict.fromkeys(x.get("function", "") for x in node.findall("nameAlias")))
        told += [x.get("programme", "") for x in node.findall("regulation")]
        told += [f"born {x.get('birthdate', '')}" for x in node.findall("birthdate") if x.get("birthdate")]
        told += [f"document {x.get('number', '')}" for x in node.findall("identification") if x.get("number")]
        told += [(x.text or "").strip() for x in node.findall("remark")]
        ref = node.get("euReferenceNumber", "") or node.get("logicalId", "")
        if forms:
            out.append(_entry(label, ref, forms[0], forms[1:], "individual" if person else "entity", told))
    return out


def _entry(label: str, ref: str, name: str, aliases: list[str], kind: str, told: list[str]) -> Entry:
    kept = dict.fromkeys(re.sub(r"\s+", " ", x).strip() for x in told)
    return Entry(label, ref, name, tuple(dict.fromkeys(a for a in aliases if a)), kind, "; ".join(x for x in kept if x))


def _field(node: ET.Element, tag: str) -> str:
    return (node.findtext(tag) or "").strip()
