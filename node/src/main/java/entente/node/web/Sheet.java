package entente.node.web;

import java.util.Optional;

/// One page of the site, in every form that it has.
interface Sheet {
    /// The template that lays it out, and what the template is given.
    String template();

    Object view();

    default int status() {
        return 200;
    }

    /// For machines: maps, lists, texts and numbers, as docs/spec/pages.md describes them.
    default Optional<Object> json() {
        return Optional.empty();
    }

    /// What stands at the foot of each printed page, as a style sheet.
    default Optional<String> print() {
        return Optional.empty();
    }

    /// The page's picture, to stand by itself.
    default Optional<String> picture() {
        return Optional.empty();
    }
}
