"""Readers of annotated corpora: a module a format, from a folder or file to plain tuples. Nothing here analyses.

`brat` (attributions, as PolNeAR has them), `timeml` (times and links to events, as TempEval-3), `ratings` (rated
sentences and labelled targets), `phrases` (key phrases that readers marked), `contradictions` (planted ones),
`newsquant` (quantities), `marked` (what a person marked in one article, as `data/gold/guidelines.md` says).
"""
