package entente.node.web;

import entente.node.draw.Drawing;
import entente.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Pictures as files of their own: with their colours, the address of the page as it is now and for ever, and the
/// checkpoint, because a picture is passed on without its page.
record Pictures(Scene scene) {
    /// How wide pictures are drawn, in pixels: for a page, and for a telephone.
    static final double WIDE = 840;

    static final double NARROW = 288;

    private static final String CSS = css();

    private static String css() {
        try (InputStream in = Pictures.class.getResourceAsStream("entente.css")) {
            if (in == null) {
                throw new IllegalStateException("the build lacks its own file entente.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// `more` are further lines for its foot.
    String alone(Drawing drawing, Subject subject, String... more) {
        List<String> foot = new ArrayList<>(List.of(more));
        foot.add(scene.say(
                "Drawn from public sources, each named on the page:",
                "D’après des sources publiques, toutes citées sur la page\u00A0:"));
        foot.add(new Citation(scene, subject)
                .provenance()
                .citation()
                .in(scene.speech().language()));
        return drawing.standalone(foot, CSS);
    }

    /// What a browser may do with such a picture: apply the colours that are written in it.
    static String policy(String svg) {
        int from = svg.indexOf("<style>") + 7;
        String style = svg.substring(from, svg.indexOf("</style>", from));
        return "default-src 'none'; style-src 'sha256-"
                + Digest.sha256(style.getBytes(StandardCharsets.UTF_8)).base64() + "'; frame-ancestors 'none'";
    }

    /// The beginning of a sentence, cut between words.
    static String shortened(String sentence, int most) {
        if (sentence.length() <= most) {
            return sentence;
        }
        int cut = sentence.lastIndexOf(' ', most - 1);
        return sentence.substring(0, cut < most / 2 ? most - 1 : cut) + "…";
    }
}
