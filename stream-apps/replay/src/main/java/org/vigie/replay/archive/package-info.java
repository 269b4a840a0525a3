/**
 * Writes the records of whole days into files that last longer than the topics: {@code ./vigie archive}.
 *
 * <p>Decided here: which topics are kept, and the folders and the form of the files. Not decided here: how long a topic keeps its records.
 */
package org.vigie.replay.archive;
