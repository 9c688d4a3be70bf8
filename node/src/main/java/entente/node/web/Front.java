package entente.node.web;

import entente.record.Store;
import entente.terms.Digest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.util.UriUtils;

/// Where the site meets the server: bounds what comes in, and says on every reply what a browser may do with it.
public final class Front implements HttpRequestHandler {
    private static final int LONGEST_HEADER = 200;
    /// Each letter that is not of ASCII takes six characters or more, and the search box takes a hundred letters.
    private static final int LONGEST_QUERY = 1_000;
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final System.Logger LOG = System.getLogger(Front.class.getName());

    private static final Pattern LOOPBACK = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d{1,5})?");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,100}");

    private final Site site;

    public Front(Site site) {
        this.site = site;
    }

    @Override
    public void handleRequest(HttpServletRequest from, HttpServletResponse to) throws IOException {
        Request request = request(from);
        if (from.getMethod().equals("GET")
                && Address.of(request.path()).orElse(null) instanceof Address.LaneEvents lane) {
            Optional<LaneEvents> events = site.listen(lane);
            if (events.isPresent()) {
                send(events.get(), to);
                return;
            }
        }
        Reply reply = reply(from, request);
        // A weak tag: a strong one would forbid the server to compress.
        String etag = "W/\"" + Digest.sha256(reply.body()).hex().substring(0, 32) + "\"";
        guard(to);
        reply.headers().forEach(to::setHeader);
        if (reply.status() == 200) {
            to.setHeader("ETag", etag);
            if (etag.equals(from.getHeader("If-None-Match"))) {
                to.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        to.setStatus(reply.status());
        to.setContentType(reply.type());
        to.setContentLength(reply.body().length);
        if (!from.getMethod().equals("HEAD")) {
            to.getOutputStream().write(reply.body());
        }
    }

    private static void guard(HttpServletResponse to) {
        to.setHeader("Content-Security-Policy", POLICY);
        to.setHeader("X-Content-Type-Options", "nosniff");
        to.setHeader("Referrer-Policy", "no-referrer");
        to.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        to.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        to.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    /// Sends events until the reader has gone or is too slow. It holds this thread, which is a light one, all the
    /// while.
    private static void send(LaneEvents events, HttpServletResponse to) throws IOException {
        try (events) {
            guard(to);
            to.setHeader("Cache-Control", "no-store");
            to.setContentType("text/event-stream");
            to.setCharacterEncoding(StandardCharsets.UTF_8);
            OutputStream out = to.getOutputStream();
            for (var next = events.next(); next.isPresent(); next = events.next()) {
                out.write(next.get());
                out.flush();
            }
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a reader of a lane has gone", gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether a form was sent from a page of this site, opened at a name that means this machine. A page of elsewhere
    /// whose name was made to lead here has another name.
    private static boolean ours(HttpServletRequest from, Request request) {
        String host = header(from, "Host");
        boolean here = LOOPBACK.matcher(host).matches();
        String site = header(from, "Sec-Fetch-Site");
        String origin = header(from, "Origin");
        return here && (site.isEmpty() || site.equals("same-origin")) && origin.equals(request.origin());
    }

    private Reply acted(HttpServletRequest from, Request request) {
        if (!ours(from, request)) {
            return site.refused(
                    request,
                    403,
                    "not-from-here",
                    "A lane is worked from its own page, on the machine that serves it.",
                    "Une voie se commande depuis sa propre page, sur la machine qui la sert.");
        }
        return site.act(request, LanePages.form(from.getParameterMap()));
    }

    private Reply reply(HttpServletRequest from, Request request) {
        if (from.getMethod().equals("POST")
                && Address.of(request.path()).orElse(null) instanceof Address.Page page
                && page.subject() instanceof Subject.OneLane) {
            return acted(from, request);
        }
        if (!from.getMethod().equals("GET") && !from.getMethod().equals("HEAD")) {
            return site.refused(
                            request,
                            405,
                            "method",
                            "This site is only read: GET and HEAD. Facts come in by ./entente import.",
                            "Ce site ne fait que se lire : GET et HEAD. Les faits y entrent par ./entente import.")
                    .with("Allow", "GET, HEAD");
        }
        if (request.path().length() > Address.LONGEST
                || from.getQueryString() != null && from.getQueryString().length() > LONGEST_QUERY) {
            return site.refused(request, 414, "too-long", "The address is too long.", "L’adresse est trop longue.");
        }
        try {
            return site.answer(request);
        } catch (Store.Failure | Store.Damage trouble) {
            LOG.log(System.Logger.Level.ERROR, "the record cannot be read", trouble);
            return Reply.of(
                    503,
                    PLAIN,
                    "The record cannot be read just now.\nLe registre ne peut pas être lu pour l’instant.\n");
        } catch (RuntimeException mistake) {
            LOG.log(System.Logger.Level.ERROR, "no page for " + request.path(), mistake);
            return Reply.of(
                    500,
                    PLAIN,
                    "This page could not be made. The fault is ours.\nCette page n’a pas pu être faite. La faute est la nôtre.\n");
        }
    }

    private static Request request(HttpServletRequest from) {
        Map<String, String> query = new TreeMap<>();
        if (from.getQueryString() != null && from.getQueryString().length() <= LONGEST_QUERY) {
            for (String field : from.getQueryString().split("&", -1)) {
                String[] pair = field.split("=", 2);
                if (pair.length == 2) {
                    query.put(decoded(pair[0]), decoded(pair[1].replace('+', ' ')));
                }
            }
        }
        return new Request(
                decoded(from.getRequestURI()),
                query,
                header(from, "Accept-Language"),
                header(from, "Accept"),
                origin(from));
    }

    private static String origin(HttpServletRequest from) {
        String host = header(from, "Host");
        return from.getScheme() + "://" + (HOST.matcher(host).matches() ? host : "localhost");
    }

    private static String header(HttpServletRequest from, String name) {
        String value = from.getHeader(name);
        return value == null || value.length() > LONGEST_HEADER ? "" : value;
    }

    private static String decoded(String text) {
        try {
            return UriUtils.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
