package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.terms.Language;
import org.junit.jupiter.api.Test;

class EndnotesTest {
    private static final Endnotes NOTES = new Endnotes("https://example.org", new Speech(Language.ENGLISH));

    private static String page(String main) {
        return "<html><a href=\"https://outside.example/\">x</a><main>" + main + "</main><footer></footer></html>";
    }

    @Test
    void sources_and_entries_are_numbered_once_each_and_listed_in_their_order() {
        String page = NOTES.on(page("<a href=\"/calais-2014/log/17\">a</a> <a href=\"https://a.example/?x=1&amp;y=2\""
                + " rel=\"noreferrer\">b</a> <a href=\"/calais-2014/registre/17\">c</a>"));
        assertThat(page)
                .contains("a</a><sup class=\"en\">1</sup>")
                .contains("b</a><sup class=\"en\">2</sup>")
                .contains("c</a><sup class=\"en\">1</sup>")
                .contains("<ol><li>https://example.org/r/17</li><li>https://a.example/?x=1&amp;y=2</li></ol>")
                .doesNotContain("outside.example/\">x</a><sup");
    }

    @Test
    void other_links_and_pages_without_proofs_are_left_alone() {
        String page = page("<a href=\"/calais-2014/agreement/4\">clause</a> <a href=\"#c4\">here</a>");
        assertThat(NOTES.on(page)).isEqualTo(page);
        assertThat(NOTES.on("no page")).isEqualTo("no page");
    }

    @Test
    void a_picture_is_left_whole() {
        String page = page("<svg><a href=\"/calais-2014/log/17\"><path d=\"M0 0\"/></a></svg>");
        assertThat(NOTES.on(page)).isEqualTo(page);
    }

    @Test
    void a_count_gets_no_number_behind_it() {
        String page = page("<a href=\"/calais-2014/figures/kept\"><b>2</b></a>");
        assertThat(NOTES.on(page)).isEqualTo(page);
    }
}
