fn main() {
    let path = std::env::args().nth(1).unwrap();
    let l = periplo::store::disk::load(path.as_ref()).unwrap();
    print!("{}", periplo::store::ron_text::print(&l.map).unwrap());
}
