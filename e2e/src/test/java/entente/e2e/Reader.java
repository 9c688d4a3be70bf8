package entente.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/// A reader at a page, and what their browser noticed: requests, complaints, breaches of the content policy.
final class Reader implements AutoCloseable {
    private static final String LISTEN =
            "document.addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.blockedURI));";

    private static final String NO_BREAK = "[\\u00a0\\u202f]";

    private final BrowserContext context;
    final Page page;
    final List<String> requests = new ArrayList<>();
    final List<String> complaints = new ArrayList<>();
    private final String home;

    Reader(BrowserContext context, String home) {
        this.context = context;
        this.home = home;
        context.addInitScript(LISTEN);
        context.setDefaultTimeout(10_000);
        page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith("data:")) {
                requests.add(request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /// Goes to a path and forgets what was noticed before.
    int open(String path) {
        requests.clear();
        complaints.clear();
        return page.navigate(path).status();
    }

    /// Where the reader is, without the name of the host.
    String place() {
        return page.url().substring(home.length());
    }

    String lang() {
        return String.valueOf(page.locator("html").getAttribute("lang"));
    }

    String heading() {
        return text("h1");
    }

    String title() {
        return page.title().replaceAll(NO_BREAK, " ");
    }

    /// The text of the first such element, its no-break spaces as plain ones.
    String text(String selector) {
        return page.locator(selector).first().innerText().replaceAll(NO_BREAK, " ");
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// Opens the date form and asks for a day in the words given.
    void askForDate(String day, String month, String year) {
        page.locator("summary").first().click();
        page.locator("input[name=d]").fill(day);
        page.locator("input[name=m]").fill(month);
        page.locator("input[name=y]").fill(year);
        page.locator("fieldset.date button:not([name])").click();
    }

    /// Presses the button that checks the record in the browser, and gives the answer.
    String check() {
        page.locator(".check button").first().click();
        page.waitForSelector(".check > [role=status]:not(:empty)");
        return text(".check > [role=status]");
    }

    @Override
    public void close() {
        context.close();
    }
}
