//! rs-trafilatura over the pages whose names are on standard input, for peers.py; prints what worker.py prints.
use std::io::Read;

fn main() {
    let mut names = String::new();
    std::io::stdin().read_to_string(&mut names).expect("names on standard input");
    let pages: Vec<Vec<u8>> = names.lines().map(|name| std::fs::read(name).expect("a page")).collect();
    let began = cpu_time::ProcessTime::now();
    let found: Vec<_> = pages.iter().map(|page| rs_trafilatura::extract_bytes(page)).collect();
    let seconds = began.elapsed().as_secs_f64();
    let texts: Vec<String> = found.into_iter().map(|one| one.map(|it| it.content_text).unwrap_or_default()).collect();
    println!("{}", serde_json::json!({"texts": texts, "seconds": seconds}));
}
