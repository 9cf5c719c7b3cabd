// Prints the articles of the files that are named. Who owns what: include/pith/c.h.
package main

// #cgo pkg-config: pith
// #include <pith/c.h>
import "C"

import (
	"fmt"
	"os"
	"runtime"
	"unsafe"
)

func main() {
	if len(os.Args) < 2 || os.Args[1] == "--help" {
		fmt.Fprintln(os.Stderr, "usage: pith_go PAGE...")
		os.Exit(2)
	}
	extractor := C.pith_extractor_new(nil, nil)
	defer C.pith_extractor_free(extractor)
	for _, name := range os.Args[1:] {
		page, err := os.ReadFile(name)
		if err != nil {
			fmt.Fprintln(os.Stderr, "pith_go: cannot read", err)
			os.Exit(2)
		}
		var source C.pith_source
		var pinned runtime.Pinner
		C.pith_source_init(&source)
		pinned.Pin(unsafe.SliceData(page))
		source.bytes = (*C.char)(unsafe.Pointer(unsafe.SliceData(page)))
		source.bytes_length = C.size_t(len(page))
		article := C.pith_extract(extractor, &source)
		pinned.Unpin()
		text := C.pith_article_render(article, C.PITH_FORMAT_TEXT)
		fmt.Print(C.GoStringN(text.data, C.int(text.length)))
		C.pith_article_free(article)
	}
}
