package entente.verify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A node, at its address. No answer is larger than [Site#LARGEST], later than the timeouts, or from another host.
final class Web implements Site {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 3;

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(ANSWER)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Web(URI base) {
        this.base = base;
    }

    /// @throws IllegalArgumentException unless it is the address of a web site
    static Web at(String address) {
        URI base = URI.create(address.endsWith("/") ? address : address + "/");
        boolean plain = base.getRawUserInfo() == null && base.getRawQuery() == null && base.getRawFragment() == null;
        if (base.getHost() == null || !plain) {
            throw new IllegalArgumentException("an address is written as https://example.org is");
        }
        return new Web(base);
    }

    @Override
    public List<LocalDate> dates() {
        return List.of();
    }

    @Override
    public Optional<byte[]> fetch(String name) {
        URI address = base.resolve(name);
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<byte[]> answer = get(name, address);
            switch (answer.statusCode()) {
                case 200 -> {
                    return Optional.of(answer.body());
                }
                case 404, 410 -> {
                    return Optional.empty();
                }
                case 301, 302, 303, 307, 308 -> address = moved(name, address, answer);
                default ->
                    throw new Trouble(
                            name + ": the node answers with status " + answer.statusCode(),
                            name + "\u202F: le nœud répond par le code " + answer.statusCode());
            }
        }
        throw new Trouble(name + ": moved too often", name + "\u202F: trop de redirections");
    }

    private URI moved(String name, URI from, HttpResponse<byte[]> answer) {
        try {
            URI to = from.resolve(answer.headers().firstValue("location").orElse(""));
            boolean sameHost = from.getHost().equalsIgnoreCase(to.getHost());
            boolean noWorse = "https".equals(to.getScheme()) || from.getScheme().equals(to.getScheme());
            if (sameHost && noWorse) {
                return to;
            }
        } catch (IllegalArgumentException noAddress) {
            // Refused below: what is no address is no address of this host either.
        }
        throw new Trouble(
                name + ": the node sends us to another host, which is not followed",
                name + "\u202F: le nœud renvoie vers un autre hôte, ce qui n’est pas suivi");
    }

    private HttpResponse<byte[]> get(String name, URI address) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            // The timeout of the request ends with its headers; this one is for the body that drips.
            return answer.get(WHOLE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw unreadable(name, slow);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unreadable(name, interrupted);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            boolean overflow = cause instanceof IOException
                    && String.valueOf(cause.getMessage()).contains("capacity");
            throw overflow ? Site.tooLarge(name) : unreadable(name, cause);
        }
    }

    private Trouble unreadable(String name, Throwable why) {
        String reason = why.getClass().getSimpleName() + (why.getMessage() == null ? "" : ": " + why.getMessage());
        return new Trouble(
                name + ": no answer from " + base + " (" + reason + ")",
                name + "\u202F: pas de réponse de " + base + " (" + reason + ")");
    }
}
