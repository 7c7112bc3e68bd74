"""Prints the ten slowest tests of a run out of CTest's JUnit file: slowest.py <file>"""

import sys
import xml.etree.ElementTree as ElementTree

cases = ElementTree.parse(sys.argv[1]).getroot().findall("testcase")
times = sorted(((float(case.get("time")), case.get("name")) for case in cases), reverse=True)
print(f"\nThe slowest of {len(times)} tests:")
for seconds, name in times[:10]:
    print(f"{seconds:7.1f} s  {name}")
