//! Family P: the matter as the public meets it: themes, bundles, plain names, links.
