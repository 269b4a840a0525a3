package org.vigie.local;

/**
 * Names one file of a backup.
 *
 * @param path below the data directory, with slashes
 * @param bytes its size
 * @param sha256 digest of its content, as 64 hexadecimal digits
 */
record BackupFile(String path, long bytes, String sha256) {}
