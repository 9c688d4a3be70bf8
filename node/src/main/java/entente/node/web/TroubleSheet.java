package entente.node.web;

import entente.node.web.Views.FactLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is said where a page cannot be shown: what is wrong, and where the reader may go instead.
///
/// `links` are those of the address that was asked for, so that the same trouble can be read in the other language.
record TroubleSheet(
        Scene scene,
        Subject subject,
        Links links,
        int status,
        String code,
        String headline,
        String explanation,
        List<FactLink> ways)
        implements Sheet {
    @Override
    public String template() {
        return "trouble.jte";
    }

    @Override
    public Optional<Object> json() {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:entente:problem:" + code);
        problem.put("title", headline);
        problem.put("status", status);
        problem.put("detail", explanation);
        return Optional.of(problem);
    }

    @Override
    public Object view() {
        Links other = links.in(links.language().other());
        return new Views.Trouble(
                scene.quiet(subject, headline, links.to(subject), other.to(subject)),
                status,
                headline,
                explanation,
                ways);
    }
}
