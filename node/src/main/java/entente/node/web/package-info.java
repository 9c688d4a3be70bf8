/// The pages: addresses, words, layout. A page is a function of a snapshot of the record and a request.
@NullMarked
package entente.node.web;

import org.jspecify.annotations.NullMarked;
