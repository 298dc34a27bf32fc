//! Tables whose columns are stages, rows without headings, and the cells of matrices.

use crate::cli::taking_in::take_in;
use periplo::map::Phase;

#[test]
fn columns_of_stages_hold_a_card_in_each_cell() {
    let read = take_in("Before,During,After\nAd,Pay,Call\nBlog,Sign,\n", &[]);
    assert_eq!(read.all(), "Ad, Blog | Pay, Sign | Call");
    read.says("read as a matrix");
    let read = take_in("Nuestra tienda;;\n;;\nAntes;Durante;Después\nVe;Paga;Llama\n;Firma;\n", &["--lang", "es"]);
    assert_eq!(read.all(), "Ve | Paga, Firma | Llama");
    let read = take_in("Awareness,Consideration,Purchase,Loyalty\nAd,Blog,Pay,Call\nPoster,,Sign,\n", &[]);
    assert_eq!(read.all(), "Ad, Poster, Blog | Pay, Sign | Call");
    let read = take_in("Awareness,Trial week,Purchase\nSees ad,Tries,Pays\nAsks,,\n", &[]);
    assert_eq!(read.all(), "Sees ad, Asks, Tries | Pays | ");
    read.says("“Trial week” is before");
    let read = take_in(",Before,,During\n1,Ad,Poster,Pay\n2,Blog,,Sign\n", &[]);
    assert_eq!(read.all(), "Ad, Blog, Poster | Pay, Sign | ");
    assert_eq!(read.first(Phase::Before).notes, None);
    let read = take_in("Channel,Before,During\nWeb,Sees ad,Pays\nShop,Looks,Takes it\n", &[]);
    assert_eq!(read.all(), "Sees ad, Looks | Pays, Takes it | ");
    assert_eq!(read.first(Phase::During).channel.as_deref(), Some("Web"));
    let read = take_in("Before,After\n\"- Ad\n- Blog\",Calls; waits\n", &[]);
    assert_eq!(read.all(), "Ad, Blog |  | Calls, waits");
    take_in("Before,During,After\n100,20,5\n", &[]).says("read as a funnel");
}

#[test]
fn marks_in_columns_of_stages_tell_the_phase() {
    let read =
        take_in("Touchpoint,Owner,Before,During,After\nAd,Ana,x,,\nPays,,,✓,\nCalls,,,X,yes\nWaits,,no,0,x\n", &[]);
    assert_eq!(read.all(), "Ad | Pays, Calls | Calls, Waits");
    assert_eq!(read.first(Phase::Before).owner.as_deref(), Some("Ana"));
    assert_eq!(read.first(Phase::Before).notes, None);
    let read = take_in("Punto de contacto;Antes;Durante\nAnuncio;web;\nPaga;;en la tienda\n", &[]);
    assert_eq!(read.all(), "Anuncio | Paga | ");
    assert_eq!(read.first(Phase::During).notes.as_deref(), Some("en la tienda"));
    assert!(!read.told.contains("more cells"), "{}", read.told);
}

#[test]
fn rows_of_stages_and_texts_need_no_headings() {
    let read = take_in("Before,Sees ad\nBefore,Asks\nDuring,Pays\n", &[]);
    assert_eq!(read.all(), "Sees ad, Asks | Pays | ");
    let read = take_in("Ve el anuncio;Antes;radio\nPaga;Durante;web\nLlama;Después;teléfono\n", &[]);
    assert_eq!(read.all(), "Ve el anuncio | Paga | Llama");
    assert_eq!(read.first(Phase::Before).notes.as_deref(), Some("radio"));
    let read = take_in("Awareness\tSees ad\nAwareness\tAsks\nPurchase\tPays\n", &[]);
    assert_eq!(read.all(), "Sees ad, Asks | Pays | ");
}

#[test]
fn a_row_with_one_value_each_is_one_touchpoint() {
    let read = take_in("Phase,Touchpoint,Reach\nbefore,Looks; leaves,100\nduring,Pays,50\n", &[]);
    assert_eq!(read.all(), "Looks; leaves | Pays | ");
    assert_eq!(read.first(Phase::Before).reach, Some(100));
    let table = "Etapa;Punto de contacto;Canal\nAntes;\"Mira; se va\";web\nDurante;\"Paga; espera\";tienda\n";
    let read = take_in(table, &[]);
    assert_eq!(read.all(), "Mira; se va | Paga; espera | ");
    let table = "Phase,Touchpoint,Channel\nbefore,Ad; Blog,radio; web\nduring,Pays; goes,web; shop\n";
    assert_eq!(take_in(table, &[]).all(), "Ad, Blog | Pays, goes | ");
}

#[test]
fn a_matrix_with_tall_cells_and_a_name_in_its_corner_is_turned() {
    let table = "Stage,Discover,Try,Join,Stay\nTouchpoints,Sees us on Maps,\"Books a day pass\nComes with laptop\",\
        Signs contract,Invites a colleague\nEmotion,1,\"2\n-1\",-1,2\nVisitors,4200,150,42,9\n";
    let read = take_in(table, &[]);
    assert_eq!(read.map.touchpoints().count(), 5);
    assert_eq!(read.first(Phase::Before).reach, Some(4200));
    assert_eq!(read.emotions(), [Some(1), Some(2), Some(-1), Some(-1), Some(2)]);
    read.says("Visitors: one cell belongs to its whole stage");
}

#[test]
fn one_value_for_several_touchpoints_of_a_stage_goes_to_all_of_them() {
    let table = "Stage,Touchpoints,Channel,Feelings,Pain points\nAwareness,Ad; Blog,web,happy,Too many\nPurchase,Pays,shop,sad,Slow\n";
    let read = take_in(table, &[]);
    let [ad, blog] = read.map.phase(Phase::Before) else { panic!("two touchpoints") };
    assert_eq!((ad.channel.as_deref(), blog.channel.as_deref()), (Some("web"), Some("web")));
    assert_eq!(read.emotions(), [Some(1), Some(1), Some(-1)]);
    assert_eq!((ad.notes.as_deref(), blog.notes.as_deref()), (Some("Pain points: Too many"), None));
    read.says("Channel: one value was given to all touchpoints of its stage");
    // A stage over two columns: each cell belongs to the touchpoint above it.
    let table = ",Awareness,,Purchase\nTouchpoints,Ad,Blog,Pays\nChannel,radio,web,shop\nPain,Loud,,Slow\n";
    let read = take_in(table, &[]);
    let [ad, blog] = read.map.phase(Phase::Before) else { panic!("two touchpoints") };
    assert_eq!((ad.channel.as_deref(), blog.channel.as_deref()), (Some("radio"), Some("web")));
}
