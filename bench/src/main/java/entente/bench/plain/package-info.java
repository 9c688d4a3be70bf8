/// Plain classes that other engines can read: compiled for an older Java, knowing nothing of the program.
package entente.bench.plain;
