/**
 * The one front door of Vigie: which commands there are. What a command does stands in the module that offers it.
 */
package org.vigie.cli;
