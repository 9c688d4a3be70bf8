package entente.node.web;

import entente.node.export.Atom;
import entente.node.export.Table;
import java.util.List;
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

    /// What can be taken away as tables: the first is the page's CSV, all of them are its workbook.
    default List<Table> tables() {
        return List.of();
    }

    /// What is new on the page.
    default Optional<Atom.Feed> feed() {
        return Optional.empty();
    }

    /// The page on one sheet of paper.
    default Optional<Briefing> briefing() {
        return Optional.empty();
    }

    /// What others show of the page inside theirs.
    default Optional<Embedded> embedded() {
        return Optional.empty();
    }

    /// The catalogue that stands on the page, as Turtle or JSON-LD.
    default Optional<String> catalogue(Format form) {
        return Optional.empty();
    }

    /// The page's picture, to stand by itself.
    default Optional<String> picture() {
        return Optional.empty();
    }
}
