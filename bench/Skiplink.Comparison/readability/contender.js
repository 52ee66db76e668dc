// Reads pages by Mozilla Readability over linkedom. The list of page files comes as the first line of standard input; every further line asks for a round over
// them, which is answered with a line of JSON: CPU seconds of this process, and for the line "times" each page's milliseconds.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

let pages;
for await (const line of createInterface({ input: process.stdin })) {
  if (pages === undefined) {
    pages = JSON.parse(line).map((path) => (path.endsWith(".gz") ? gunzipSync(readFileSync(path)) : readFileSync(path)));
    console.log("{}");
    continue;
  }
  const before = process.cpuUsage();
  const times = [];
  let characters = 0;
  let failed = 0;
  for (const page of pages) {
    const start = performance.now();
    try {
      const { document } = parseHTML(page.toString("utf8"));
      characters += new Readability(document).parse()?.textContent?.length ?? 0;
    } catch {
      failed++;
    }
    times.push(performance.now() - start);
  }
  const used = process.cpuUsage(before);
  console.log(JSON.stringify({ seconds: (used.user + used.system) / 1e6, characters, failed, peak: process.resourceUsage().maxRSS * 1024, times: line === "times" ? times : [] }));
}
