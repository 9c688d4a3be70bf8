package entente.node.web;

import entente.terms.Words;
import java.util.List;

/// What the build tests besides the rules of axe, each by the test named: a page cannot be published without it. The
/// criteria are those that it tests a part of.
enum TestedBesides {
    READING_ORDER(
            "KeyboardTest.tab_goes_through_everything_in_reading_order_and_shows_where_it_is",
            new Words(
                    "The Tab key reaches everything in reading order, and it is always seen where one is.",
                    "La touche de tabulation atteint tout dans l’ordre de lecture, et l’on voit toujours où l’on est."),
            List.of("2.1.1", "2.1.2", "2.4.3", "2.4.7", "2.4.11"),
            List.of("10.7", "12.8", "12.9")),
    SKIP(
            "KeyboardTest.the_first_stop_skips_to_the_text",
            new Words("The first link skips to the text.", "Le premier lien mène au texte."),
            List.of("2.4.1"),
            List.of("12.7")),
    NARROW(
            "PageTest.is_whole_and_quiet_and_fits_a_phone",
            new Words(
                    "A page of 320 pixels needs no sideways scroll; each has one title, which says what it is.",
                    "Une page de 320 pixels se lit sans défilement horizontal\u202F; chacune a un titre, qui dit ce qu’elle est."),
            List.of("1.4.10", "2.4.2"),
            List.of("8.5", "8.6", "10.11")),
    SPACED(
            "EyesTest.text_set_wider_or_twice_as_large_loses_nothing",
            new Words(
                    "Text set twice as large, or with wider spacing, loses nothing.",
                    "Un texte deux fois plus grand, ou plus espacé, ne perd rien."),
            List.of("1.4.4", "1.4.12"),
            List.of("10.4", "10.12")),
    FORCED_COLOURS(
            "EyesTest.in_forced_colours_a_chip_keeps_its_word_and_its_edge",
            new Words(
                    "In forced colours each standing keeps its word and its edge.",
                    "En couleurs forcées, chaque état garde son mot et son contour."),
            List.of("1.4.1"),
            List.of("3.1")),
    STILL(
            "EyesTest.nothing_moves_for_who_asks_for_stillness",
            new Words(
                    "Nothing moves for a reader who asks for less motion.",
                    "Rien ne bouge pour qui demande moins d’animations."),
            List.of("2.2.2", "2.3.1"),
            List.of("13.8")),
    CONTRAST(
            "ColourTest.ink_can_be_read_on_its_paper",
            new Words(
                    "Each ink can be read on its paper, in light and dark: 4.5 to 1 for text, 3 to 1 for signs.",
                    "Chaque encre se lit sur son fond, en clair et en sombre\u00A0: 4,5 pour 1 pour le texte, 3 pour 1 pour les signes."),
            List.of("1.4.3", "1.4.11"),
            List.of("3.2", "3.3")),
    COLOUR_BLIND(
            "ColourTest.judgements_are_told_apart_without_one_kind_of_cone",
            new Words(
                    "Kept, late and broken stay apart in three simulated kinds of colour blindness; each has its word.",
                    "Tenu, en retard et rompu restent distincts dans trois daltonismes simulés\u202F; chacun a son mot."),
            List.of("1.4.1"),
            List.of("3.1")),
    VALID(
            "MarkupTest.every_kind_of_page_is_valid_html",
            new Words(
                    "The HTML of every kind of page is valid, by the Nu checker.",
                    "Le HTML de chaque type de page est valide, selon le vérificateur Nu."),
            List.of(),
            List.of("8.1", "8.2")),
    BOTH_LANGUAGES(
            "ReaderJourneyTest.the_other_language_is_the_same_page_on_the_same_day",
            new Words(
                    "Each page says its language, and leads to itself in the other one.",
                    "Chaque page indique sa langue et mène à elle-même dans l’autre."),
            List.of("3.1.1"),
            List.of("8.3", "8.4")),
    NO_SCRIPT(
            "ReadersTest.a_journalist_gets_from_a_count_to_a_citation_that_stays",
            new Words(
                    "What readers come to do is done once with scripts and once without.",
                    "Ce que les lecteurs viennent faire est fait une fois avec scripts et une fois sans."),
            List.of(),
            List.of()),
    PRINT(
            "PrintTest.a_page_prints_tagged_and_says_as_of_when",
            new Words(
                    "Pages print to tagged PDF, with date and checkpoint.",
                    "Les pages s’impriment en PDF balisé, avec la date et le point de contrôle."),
            List.of(),
            List.of());

    private final String test;
    private final Words says;
    private final List<String> wcag;
    private final List<String> rgaa;

    TestedBesides(String test, Words says, List<String> wcag, List<String> rgaa) {
        this.test = test;
        this.says = says;
        this.wcag = wcag;
        this.rgaa = rgaa;
    }

    /// The class and the method.
    String test() {
        return test;
    }

    Words says() {
        return says;
    }

    List<String> wcag() {
        return wcag;
    }

    List<String> rgaa() {
        return rgaa;
    }
}
