/** The report: what people look at. Reads tables, writes a page that needs no server. */
package nl.wolkenkaart.web;
