package entente.node.web;

import entente.terms.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is asked of the site: a decoded path, the fields of a form, the reader's languages, and the address of the
/// site as the reader knows it.
record Request(String path, Map<String, String> query, String acceptLanguage, String accept, String origin) {

    /// French where the browser asks for it before English, else English.
    Language preferred() {
        try {
            String tag = Locale.lookupTag(
                    Locale.LanguageRange.parse(acceptLanguage.isBlank() ? "en" : acceptLanguage), List.of("en", "fr"));
            return "fr".equals(tag) ? Language.FRENCH : Language.ENGLISH;
        } catch (IllegalArgumentException unreadable) {
            return Language.ENGLISH;
        }
    }

    boolean wantsJson() {
        return path.endsWith(".json") || accept.contains("json") && !accept.contains("html");
    }
}
