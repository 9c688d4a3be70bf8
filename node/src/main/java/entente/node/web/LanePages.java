package entente.node.web;

import entente.node.lane.Cause;
import entente.node.lane.Lane;
import entente.node.lane.Lanes;
import entente.node.lane.Vehicles;
import entente.screening.Hold;
import entente.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What the pages of the lanes have that no other page has. Nothing of it is read until somebody opens one.
final class LanePages {
    /// How often a page without script is made anew.
    static final int SLOW_SECONDS = 5;

    private LanePages() {}

    /// A page of a lane is of the moment: nobody keeps it. Its forms say where they come from, which the server asks.
    /// The one for browsers without script is asked for again by them, as is the list of lanes with sensors.
    static Reply live(Reply reply, Subject subject, Lanes lanes) {
        Reply live = reply.with("Cache-Control", "no-store").with("Referrer-Policy", "same-origin");
        boolean moves = subject instanceof Subject.OneLane(var _, boolean slow) ? slow : lanes.live();
        return moves && reply.status() == 200 ? live.with("Refresh", "" + SLOW_SECONDS) : live;
    }

    /// Does what a form asks for. Says whether it was something that can be done.
    static boolean act(Lane lane, Map<String, String> form) {
        switch (form.getOrDefault("do", "")) {
            case "acknowledge" -> lane.acknowledge();
            case "begin" -> lane.begin(null);
            case "end" -> lane.end(false);
            case "out" -> lane.takeOut();
            case "back" -> lane.putBack();
            case "vehicle" -> {
                Optional<Hold.Kind> kind = Vehicles.kind(form.getOrDefault("kind", ""));
                kind.ifPresent(lane::vehicle);
                return kind.isPresent();
            }
            case "explain" -> {
                Optional<Cause> cause = Arrays.stream(Cause.values())
                        .filter(one -> one.code().equals(form.get("cause")))
                        .findFirst();
                cause.ifPresent(lane::explain);
                return cause.isPresent();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// A file that only they ask for, under a name that changes with its content.
    @SuppressWarnings("ArrayRecordComponent") // made once, and nobody compares it
    record Asset(String name, String media, byte[] bytes) {
        private static final String OURS = "/entente/node/web/";
        private static final String CHART = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

        static final Asset SCRIPT = of(OURS + "lane.js", "lane", ".js", "text/javascript");
        static final Asset STYLE = of(OURS + "lane.css", "lane", ".css", "text/css");
        static final Asset CHART_SCRIPT = of(CHART + "uPlot.iife.min.js", "uplot", ".js", "text/javascript");
        static final Asset CHART_STYLE = of(CHART + "uPlot.min.css", "uplot", ".css", "text/css");

        private static final List<Asset> ALL = List.of(SCRIPT, STYLE, CHART_SCRIPT, CHART_STYLE);
        private static final Pattern HASH = Pattern.compile("-[0-9a-f]{12}\\.");

        private static Asset of(String resource, String stem, String end, String media) {
            try (InputStream in = LanePages.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("the build lacks its own file " + resource);
                }
                byte[] bytes = in.readAllBytes();
                String hash = Digest.sha256(bytes).hex().substring(0, 12);
                return new Asset(stem + "-" + hash + end, media, bytes);
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        }

        String address() {
            return "/assets/" + name;
        }

        /// The file of a name, whatever its content was when the name was given.
        static Optional<Asset> named(String name) {
            if (!name.startsWith("lane-") && !name.startsWith("uplot-")) {
                return Optional.empty();
            }
            String bare = HASH.matcher(name).replaceFirst(".");
            return ALL.stream()
                    .filter(one -> HASH.matcher(one.name).replaceFirst(".").equals(bare) && !bare.equals(name))
                    .findFirst();
        }
    }

    /// The fields of a form as it is sent, decoded; of a field that comes twice the last.
    static Map<String, String> form(Map<String, String[]> sent) {
        Map<String, String> form = new TreeMap<>();
        sent.forEach((name, values) -> form.put(name, values.length == 0 ? "" : values[values.length - 1]));
        return form;
    }
}
