mod common;
use common::real;
use unknot_routine::*;
fn tell(c: &Catalogue, w: &Words, name: &str, p: &Plan) {
        let t = Timeline::compile(&c, &p, w).unwrap();
        for u in t.unsaid() {
            let s = match &u.sound { Sound::Words(x) => w.say(x).unwrap(), Sound::Tone(t) => format!("{t:?}") };
            let m = t.at(u.at.seconds());
            println!("{name}:  UNSAID {} {:?} {:?} {} in {} rep {}", u.at, u.priority, u.item, s, m.segment.phase(), m.segment.repetition);
        }
        for u in t.utterances() { if let Sound::Words(x) = &u.sound { let s = w.say(x).unwrap(); 
            if s.len() > 60 { println!("{name}: long {s}"); }
            let m = t.at(u.at.seconds());
            let end = u.at.seconds() + s.chars().count() as f64 * 0.07;
            if end > m.segment.end.seconds() + 0.5 { println!("{name}: {s:?} in {} runs {:.2} s over its phase", m.segment.phase(), end - m.segment.end.seconds()); }
        } }
}
#[test]
fn look() {
    let c = real::catalogue();
    let w = real::words();
    for e in c.exercises() {
        let ways: Vec<Option<String>> = std::iter::once(None).chain(e.variants.iter().map(|v| Some(v.id.clone()))).collect();
        for v in ways {
            for gentle in [false, true] {
            for order in [Order::Listed, Order::Article] {
            for place in [false, true] {
            let vv = v.clone().map_or(String::new(), |v| format!("variant='{v}'"));
            let first = if place { if e.id == "w-and-y" {"[[items]]\nexercise='wall-angels'\n"} else {"[[items]]\nexercise='w-and-y'\n"} } else {""};
            let p = Programme::parse("p", &format!("id='p'\nminutes=20\n{first}[[items]]\nexercise='{}'\n{vv}", e.id)).unwrap();
            let mut r = Request::of(&p); r.order = order; r.gentle = gentle;
            let plan = Plan::make(&c, &r).unwrap();
            tell(&c, &w, &format!("{} {:?} gentle {gentle} {order:?} later {place}", e.id, v), &plan);
            }}}
        }
    }
    println!("--- keys");
    let need = c.word_keys();
    let has: std::collections::BTreeSet<_> = w.keys().iter().cloned().collect();
    println!("missing {:?}", need.difference(&has).collect::<Vec<_>>());
    println!("unused {:?}", has.difference(&need).map(|k| k.to_string()).collect::<Vec<_>>());
}
