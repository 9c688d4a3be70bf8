package entente.node.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The links of a page as numbered notes at its end, for paper: a reader of a printed page can follow no link. On a
/// screen the style sheet hides numbers and notes.
///
/// Only links that prove something get a number: sources, signed entries, and receipts of figures. `origin` is the
/// address of the site, which the short addresses of entries are written with.
record Endnotes(String origin, Speech speech) {
    /// A link, or a picture: nothing may be put into a picture.
    private static final Pattern LINK =
            Pattern.compile("<svg\\b.*?</svg>|<a href=\"([^\"]*)\"[^>]*>.*?</a>", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("/[a-z0-9-]+/(?:log|registre)/(\\d+)");
    private static final Pattern FIGURE = Pattern.compile("(?:/[a-z0-9-]+)?/(?:figures|chiffres)/[^/.]+");
    private static final String MAIN_ENDS = "</main>";

    /// The page with its notes. A page without such links is given back as it is.
    String on(String page) {
        int from = page.indexOf("<main");
        int until = page.lastIndexOf(MAIN_ENDS);
        if (from < 0 || until < from) {
            return page;
        }
        Map<String, Integer> notes = new LinkedHashMap<>();
        Matcher link = LINK.matcher(page).region(from, until);
        StringBuilder numbered = new StringBuilder(page.length() + 4096);
        int done = 0;
        while (link.find()) {
            // A small raised number behind a count would be read as a digit of it.
            boolean count = link.group().contains("<b>");
            String note = link.group(1) == null || count ? "" : note(link.group(1));
            if (!note.isEmpty()) {
                Integer number = notes.computeIfAbsent(note, _ -> notes.size() + 1);
                numbered.append(page, done, link.end())
                        .append("<sup class=\"en\">")
                        .append(number)
                        .append("</sup>");
                done = link.end();
            }
        }
        if (notes.isEmpty()) {
            return page;
        }
        numbered.append(page, done, until).append(list(notes)).append(page, until, page.length());
        return numbered.toString();
    }

    private String note(String address) {
        Matcher entry = ENTRY.matcher(address);
        if (entry.matches()) {
            return origin + "/r/" + entry.group(1);
        }
        if (FIGURE.matcher(address).matches()) {
            return origin + address;
        }
        return address.startsWith("http") ? address : "";
    }

    private String list(Map<String, Integer> notes) {
        StringBuilder list = new StringBuilder("<section class=\"endnotes\"><h2>")
                .append(speech.say("Notes", "Notes"))
                .append("</h2><ol>");
        notes.keySet().forEach(note -> list.append("<li>").append(note).append("</li>"));
        return list.append("</ol></section>").toString();
    }
}
