package entente.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// One Chromium for all tests; each test opens readers in it that know nothing of each other.
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;
    private final House house;

    private Chromium(House house) {
        this.house = house;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /// Tests are skipped, and say why, where there is no Chromium.
    static Chromium at(House house) {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM),
                "Chromium is not installed at " + PROGRAM
                        + ", so this journey did not run. Install it, for instance: apt-get install chromium");
        return new Chromium(house);
    }

    String version() {
        return browser.version();
    }

    /// A reader whose browser asks for this language, on a wide screen in daylight.
    Reader reader(String language) {
        return reader(language, true);
    }

    Reader reader(String language, boolean scripts) {
        return reader(house, language, scripts);
    }

    /// A reader of another node.
    Reader reader(House house, String language, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(house.address())
                .setLocale(language)
                .setViewportSize(1280, 900)
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        return new Reader(context, house.address());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
