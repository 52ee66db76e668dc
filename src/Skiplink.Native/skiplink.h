/* Skiplink: reads web pages and skips to their main text. Every function may be called from any thread at any time. */
#ifndef SKIPLINK_H
#define SKIPLINK_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Reads one page, in whatever encoding it is, and returns a JSON object in UTF-8 with a NUL at its end: the fields of `skiplink read --as json`, or
 * {"source": ..., "error": "what went wrong"}. It is never NULL unless memory has run out. Give it back to skiplink_free.
 *
 * bytes, length   the page; not changed, and not looked at once the call has returned. bytes may be NULL when length is 0.
 * options_json    NULL, or an object in UTF-8 with a NUL at its end; every member may be left out:
 *   "url"         the page's address: links are made absolute against it
 *   "encoding"    the encoding that the transport named (the charset of Content-Type)
 *   "input"       "html" (default) or "text": the text of a page that somebody saved, a WET record
 *   "mode"        "balanced" (default), "precision", "recall"
 *   "with"        what to make beside the text: ["markdown", "html"]
 *   "images", "links", "tables"   whether they stand in Markdown and HTML; true when left out
 *   "comments"    whether readers' comments follow below Markdown and HTML, and stand in JSON; false when left out
 *   "source"      what to call the page in the result; the url, or "-", when left out
 */
char *skiplink_read(const uint8_t *bytes, size_t length, const char *options_json);

/* Gives back what skiplink_read returned; NULL is allowed. */
void skiplink_free(char *json);

/* The library's version, "1.2.3"; not to be freed. */
const char *skiplink_version(void);

#ifdef __cplusplus
}
#endif
#endif
