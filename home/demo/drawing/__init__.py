"""Makes the committed files of the demo anew: sample forms and banner pictures. Needs the development requirements."""
