package entente.screen;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which recordings the detector was tuned on, and which it is reported on: never the same.
///
/// It was tuned on the subjects of even number and on two places. All others are for reporting,
/// among them all that it has never seen.
enum Half {
    TUNING,
    REPORTING;

    private static final Pattern SUBJECT = Pattern.compile("(subject-(\\d+)).*");
    private static final Set<String> SITES = Set.of("site-08", "site-09");

    /// Of whom a recording is, by the name of its file: two recordings of one subject have one name.
    static String subject(String file) {
        Matcher matcher = SUBJECT.matcher(file);
        return matcher.matches() ? matcher.group(1) : stem(file);
    }

    /// Where noise was recorded, by the name of its file.
    static String site(String file) {
        return stem(file);
    }

    private static String stem(String file) {
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    static Half ofSubject(String subject) {
        Matcher matcher = SUBJECT.matcher(subject);
        return matcher.matches() && Long.parseLong(matcher.group(2)) % 2 == 0 ? TUNING : REPORTING;
    }

    static Half ofSite(String site) {
        return SITES.contains(site) ? TUNING : REPORTING;
    }
}
