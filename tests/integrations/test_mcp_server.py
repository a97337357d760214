"""The server for the Model Context Protocol, talked to as its clients do."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

pytest.importorskip("mcp.server.mcpserver", reason="mcp 2 is not installed")


def talk(*messages: dict[str, Any]) -> dict[int, Any]:
    """Sends messages to `timeline mcp` and returns the answers by their ids."""
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline_cli", "mcp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    start = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "0"}}
    opening = [
        {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": start},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
    ]
    answers: dict[int, Any] = {}
    try:
        for message in [*opening, *messages]:
            process.stdin.write(json.dumps(message) + "\n")
            process.stdin.flush()
            while "id" in message and message["id"] not in answers:
                answer = json.loads(process.stdout.readline())
                if "id" in answer:
                    answers[answer["id"]] = answer
    finally:
        process.stdin.close()
        process.wait(timeout=10)
    return answers


def call(number: int, tool: str, **arguments: Any) -> dict[str, Any]:
    params = {"name": tool, "arguments": arguments}
    return {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": params}


def content(answer: dict[str, Any]) -> Any:
    return json.loads(answer["result"]["content"][0]["text"])


def test_two_tools_that_answer() -> None:
    text = "وصل الوفد إلى حلب في 12 مايو 2011."
    answers = talk(
        {"jsonrpc": "2.0", "id": 1, "method": "tools/list"},
        call(2, "parse", phrase="أمس الثلاثاء", dct="2023-03-15"),
        call(3, "parse", phrase="كتاب"),
        call(4, "extract", text=text),
        call(5, "parse", phrase="أمس", dct="gestern"),
    )
    assert [tool["name"] for tool in answers[1]["result"]["tools"]] == ["parse", "extract"]
    assert content(answers[2])["expression"]["begin"] == "2023-03-14"
    assert content(answers[3]) == {"found": False, "expression": None}
    (event,) = content(answers[4])["events"]
    assert (event["begin"], event["title"]) == ("2011-05-12", "وصل الوفد إلى حلب")
    assert text[event["start"] : event["end"]] == event["date_text"]
    assert answers[5]["result"]["isError"] is True
    assert "is no day" in answers[5]["result"]["content"][0]["text"]
