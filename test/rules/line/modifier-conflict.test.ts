import rule from "../../../src/rules/line/modifier-conflict.ts";
import { testRule } from "../harness.ts";

const line = (code: string, ...modifiers: string[]) => ({
  procedure_code: code,
  ...Object.fromEntries(modifiers.map((modifier, i) => [`modifier_${i + 1}`, modifier])),
});

testRule(rule, {
  passes: [
    line("71046", "TC"),
    line("27447", "50"),
    line("27447", "AS", "82"),
    line("20610", "59", "RT"),
    line("20610", "XS", "LT"),
    line("00142", "QZ", "P3", "QS"),
    line("97110", "GP", "CQ", "KX"),
    line("97530", "GO", "CO"),
    line("66984", "55", "54"),
    line("28285", "RT", "T6"),
    line("28285", "T1", "T6"),
    line("11720", "Q8", "T1", "T6"),
    line("E0601", "RR", "KH", "KX"),
    line("A9270", "GX", "GY"),
    line("36415", "25", "25"),
    // Ways between places: physician's office to SNF, ESRD to SNF and residence, residential home to residence.
    line("A0428", "PN", "PO"),
    line("A0425", "GN", "GP"),
    line("T2003", "GN", "GP"),
    line("99283", "25", "27"),
    line("92928", "LD", "LC"),
  ],
  finds: [
    { lines: [line("71046", "TC", "26")], message: /TC and 26 on 71046/, count: 1, severity: "error" },
    { lines: [line("20610", "50", "RT")], severity: "error" },
    { lines: [line("20610", "LT", "RT")], severity: "info", count: 1 },
    { lines: [line("45378", "52", "53")], severity: "error" },
    { lines: [line("27447", "80", "82")], severity: "error" },
    { lines: [line("28122", "78", "79")], severity: "warning" },
    { lines: [line("28122", "58", "78")], severity: "error" },
    { lines: [line("71046", "76", "77")] },
    { lines: [line("11042", "59", "XS")] },
    { lines: [line("E0601", "GA", "GZ")] },
    { lines: [line("00142", "AA", "QZ")] },
    { lines: [line("00142", "QZ", "P2", "P3")], message: /P2 and P3/ },
    { lines: [line("99213", "95", "93")] },
    { lines: [line("99213", "95", "GT")], severity: "info" },
    { lines: [line("97110", "GP", "GO")] },
    { lines: [line("E0260", "RR", "NU")] },
    { lines: [line("26055", "RT", "FA")], message: /opposite sides/ },
    { lines: [line("67800", "LT", "E3")] },
    { lines: [line("J9271", "jw ", "JZ")] },
    { lines: [line("00142", "AA", "QK", "QZ")], count: 2 },
    { lines: [line("27447", "62", "RT", "26", "66")], message: /62 and 66/, count: 1 },
  ],
  skips: [line("", "26", "TC")],
});
