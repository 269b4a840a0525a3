/**
 * Reads the bytes of files: text in its character set, tar archives, and files that are mapped into memory.
 */
package org.vigie.recordings.io;
