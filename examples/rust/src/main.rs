// Prints the articles of the files that are named. Who owns what: include/pith/c.h.
use std::{env, ffi::c_void, fs, mem, process, ptr, slice};

#[repr(C)]
struct PithString(*const u8, usize);
#[repr(C)]
struct PithSource {
    size: usize,
    bytes: PithString,
    url: PithString,
    content_type: PithString,
    encoding: PithString,
    kind: i32,
    fetched_at: i64,
    known_title: PithString,
    expect: i32,
}
extern "C" {
    fn pith_extractor_new(options: *const c_void, rules: *const c_void) -> *mut c_void;
    fn pith_extractor_free(extractor: *mut c_void);
    fn pith_source_init_sized(source: *mut PithSource, size: usize);
    fn pith_extract(extractor: *mut c_void, source: *const PithSource) -> *mut c_void;
    fn pith_article_render(article: *mut c_void, format: i32) -> PithString;
    fn pith_article_free(article: *mut c_void);
}

fn leave(message: String) -> ! {
    eprintln!("{message}");
    process::exit(2)
}

fn main() {
    if env::args_os().nth(1).map_or(true, |name| name == "--help") {
        leave("usage: pith_rust PAGE...".into());
    }
    unsafe {
        let extractor = pith_extractor_new(ptr::null(), ptr::null());
        for name in env::args_os().skip(1) {
            let page = fs::read(&name).unwrap_or_else(|why| {
                leave(format!("pith_rust: cannot read {}: {why}", name.to_string_lossy()))
            });
            let mut source: PithSource = mem::zeroed();
            pith_source_init_sized(&mut source, mem::size_of::<PithSource>());
            source.bytes = PithString(page.as_ptr(), page.len());
            let article = pith_extract(extractor, &source);
            let text = pith_article_render(article, 0);
            print!(
                "{}",
                String::from_utf8_lossy(slice::from_raw_parts(text.0, text.1))
            );
            pith_article_free(article);
        }
        pith_extractor_free(extractor);
    }
}
