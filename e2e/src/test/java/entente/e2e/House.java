package entente.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// The real node as a program of its own, on a free port, with a new record of the agreements that are shipped.
/// Started once for all tests.
final class House implements AutoCloseable {
    private static final Path BUILT = Path.of(System.getProperty("entente.node", "../node/target"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final Path log;
    private final Path data;
    private final Process node;
    private final HttpClient client = HttpClient.newHttpClient();

    House() {
        this("../agreements", "node.log");
    }

    /// A node of its own for the agreements and facts of another folder.
    House(String agreements, String name) {
        log = Path.of("target", name);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        try {
            data = Files.createTempDirectory("entente-e2e");
            node = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            BUILT.resolve("node.jar") + ":" + BUILT.resolve("lib") + "/*",
                            "entente.node.Main",
                            "run",
                            "--port",
                            Integer.toString(port),
                            "--data",
                            data.toString(),
                            "--agreements",
                            agreements)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            awaitLine();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void awaitLine() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains("Entente is at ")) {
            if (!node.isAlive() || System.nanoTime() > until) {
                node.destroyForcibly();
                throw new IllegalStateException("the node did not start:\n" + Files.readString(log));
            }
            Thread.sleep(50);
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /// An ordinary request, with headers as name, value, name, value.
    HttpResponse<String> get(String path, String... headers) {
        return ask("GET", path, headers);
    }

    HttpResponse<String> ask(String method, String path, String... headers) {
        return send(method, path, BodyHandlers.ofString(), headers);
    }

    /// How many bytes a page comes to in gzip.
    int bytesInGzip(String path) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(get(path).body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return packed.size();
    }

    byte[] bytes(String path) {
        return send("GET", path, BodyHandlers.ofByteArray()).body();
    }

    /// A form, with headers as name, value.
    HttpResponse<String> post(String path, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build(), BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(String method, String path, HttpResponse.BodyHandler<T> as, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build(), as);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> as) {
        try {
            return client.send(request, as);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// Everything that comes back for a request written byte by byte, which no polite client would send.
    String raw(String method, String target) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream()
                    .write((method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// Stops the program where it stands, with all its connections open, or lets it go on.
    void freeze(boolean still) throws IOException, InterruptedException {
        new ProcessBuilder("kill", still ? "-STOP" : "-CONT", Long.toString(node.pid()))
                .start()
                .waitFor();
    }

    /// Ends the program at once, in the middle of whatever it does.
    void kill() {
        node.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        node.destroy();
        try {
            if (!node.waitFor(15, TimeUnit.SECONDS)) {
                node.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            node.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        List<Path> left;
        try (Stream<Path> files = Files.walk(data)) {
            left = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : left) {
            Files.deleteIfExists(path);
        }
    }
}
