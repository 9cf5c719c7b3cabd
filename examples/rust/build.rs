// Links what `pkg-config --libs pith` says, for a static and a shared pith alike.
use std::process::Command;

fn main() {
    let printed = Command::new("pkg-config").args(["--libs", "pith"]).output().expect("pkg-config").stdout;
    for flag in String::from_utf8(printed).expect("UTF-8").split_whitespace() {
        match flag.split_at(2) {
            ("-L", folder) => println!("cargo:rustc-link-search=native={folder}"),
            ("-l", library) => println!("cargo:rustc-link-lib={library}"),
            _ => println!("cargo:rustc-link-arg={flag}"),
        }
    }
}
