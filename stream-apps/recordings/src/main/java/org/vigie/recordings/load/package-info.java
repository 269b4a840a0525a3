/**
 * Finds the recordings of a folder and reads each by the ending of its name. Not decided here: how a format is read.
 */
package org.vigie.recordings.load;
