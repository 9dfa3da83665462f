import unicodedata,re
def fold(t): 
    t=unicodedata.normalize("NFD",t.lower()).replace("đ","d"); t="".join(c for c in t if not unicodedata.combining(c)); return re.sub(r"[^a-z0-9]+"," ",t).strip()
def slug(t,max_length=100): return fold(t).replace(" ","-")[:max_length].strip("-")
