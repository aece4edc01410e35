"""Transforms application.yaml as CloudFormation will, with AWS's own translator, and keeps the result in the repository:
npm and Maven have no translator, and the checks need what it makes of the four functions.

Usage: transform.py [--verify]
  --verify   Write nothing, and fail where the result in the repository is another.
"""

import hashlib
import json
import os
import sys
from pathlib import Path

# Said by a stack in real life; it does not change the result.
os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")

from samcli.yamlhelper import yaml_parse
from samtranslator.translator.transform import transform

FOLDER = Path(__file__).resolve().parent.parent
TEMPLATE = FOLDER / "application.yaml"
TRANSFORMED = FOLDER / "transformed" / "application.json"


class NoManagedPolicies:
    """No role takes a managed policy by its short name."""

    def load(self):
        return {}


def transformed():
    source = TEMPLATE.read_bytes()
    template = yaml_parse(source.decode("utf-8"))
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            # The translator wants an address in S3; always the same one, since the version's name depends on it.
            resource["Properties"]["CodeUri"] = "s3://bucket/key"
    result = transform(template, {}, NoManagedPolicies())
    result.setdefault("Metadata", {})["TradSessions"] = {"source": hashlib.sha256(source).hexdigest()}
    return json.dumps(result, indent=1) + "\n"


def main(arguments):
    if arguments not in ([], ["--verify"]):
        print(__doc__, file=sys.stderr)
        return 2
    result = transformed()
    if arguments:
        if not TRANSFORMED.exists() or TRANSFORMED.read_text("utf-8") != result:
            print("transformed/application.json is not what application.yaml becomes: run check --transform", file=sys.stderr)
            return 1
        return 0
    TRANSFORMED.parent.mkdir(exist_ok=True)
    TRANSFORMED.write_text(result, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
